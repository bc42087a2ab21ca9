// Keep papers in MONGO_URL.

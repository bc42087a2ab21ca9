// Keep notes in DATABASE_URL.

// Serve articles from DATABASE_URL, cached in REDIS_URL.

// Serve authors and their books from DATABASE_URL.
export {};

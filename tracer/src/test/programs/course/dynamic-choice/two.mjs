export const value = await new Promise((ok) => setTimeout(ok, 5, 'waited'));

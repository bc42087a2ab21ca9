export const kilograms = (grams) => `${grams / 1000} kg`;

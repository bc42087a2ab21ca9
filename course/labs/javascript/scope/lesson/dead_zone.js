const theme = 'light';
{
  try {
    console.log(theme);
  } catch (error) {
    console.log(String(error));
  }
  const theme = 'dark';
  console.log(theme);
}
console.log(theme);

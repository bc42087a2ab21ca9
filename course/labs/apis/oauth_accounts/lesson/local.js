const page = 'http://localhost/callback';
for (const to of ['/notes', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
  console.log(JSON.stringify(to), new URL(to, page).host);
}

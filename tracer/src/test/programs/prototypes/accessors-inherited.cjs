class T { static get s() { return 's'; } get g() { return 'g'; } set g(v) { this._g = v; } }
class U extends T { get g() { return super.g + '!'; } }
const u = new U();
u.g = 5;
console.log(u.g, u._g, U.s, u);

function Point(x, y) { this.x = x; this.y = y; }
Point.prototype.add = function (o) { return new Point(this.x + o.x, this.y + o.y); };
const p = new Point(1, 2).add(new Point(3, 4));
console.log(p, p instanceof Point, p.constructor.name, Object.keys(p));
function Three() { Point.call(this, 0, 0); this.z = 1; }
Three.prototype = Object.create(Point.prototype);
console.log(new Three(), new Three() instanceof Point, new Three().constructor.name);
function Returns() { return { other: true }; }
console.log(new Returns(), new (function () { return 5; })());

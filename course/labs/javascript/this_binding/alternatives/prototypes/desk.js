function Desk(name) {
  this.name = name;
  this.served = [];
}

Desk.prototype.sign = function () {
  return this.name + ': ' + this.served.length + ' served';
};

Desk.prototype.serve = function (ticket) {
  this.served.push(ticket);
};

Desk.prototype.list = function () {
  var that = this;
  return this.served.map(function (ticket) {
    return that.name + '-' + ticket;
  });
};

export function makeDesk(name, bell) {
  var desk = new Desk(name);
  var listener = null;
  desk.open = function () {
    listener = Desk.prototype.serve.bind(this);
    bell.on(listener);
  };
  desk.close = function () {
    bell.off(listener);
    listener = null;
  };
  return desk;
}

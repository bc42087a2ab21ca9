function Job(name) {
  this.name = name;
}

Job.prototype.describe = function () {
  return `job ${this.name}`;
};

function MailJob(to) {
  Job.call(this, 'mail'); // what Job does for each job
  this.to = to;
}

Object.setPrototypeOf(MailJob.prototype, Job.prototype);

MailJob.prototype.describe = function () {
  return `${Job.prototype.describe.call(this)} to ${this.to}`;
};

const job = new MailJob('ann');
console.log(job.describe());
console.log(job instanceof MailJob, job instanceof Job);

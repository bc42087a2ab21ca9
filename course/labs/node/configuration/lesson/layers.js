import dotenv from 'dotenv';

const file = dotenv.parse(`
# for this machine only
PORT=5000
GREETING="one = two # and more"
`);
const env = { PORT: '8080', LOG_LEVEL: '' };

for (const name of ['PORT', 'GREETING', 'LOG_LEVEL']) {
  console.log(name, env[name] || file[name] || 'info');
}

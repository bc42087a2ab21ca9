import { Redis } from 'ioredis';

export const redis = new Redis(process.env.REDIS_URL, {
  commandTimeout: 500,
  maxRetriesPerRequest: 1,
  keyPrefix: 'shop:',
});

redis.on('error', () => {}); // the commands reject as well

// Gives what is there; where there is nothing, leaves a lease of ours.
redis.defineCommand('lookOrLease', {
  numberOfKeys: 1,
  lua: `
    local found = redis.call('get', KEYS[1])
    if not found then redis.call('set', KEYS[1], ARGV[1], 'PX', 3000) end
    return found`,
});

// Puts a value in the place of our lease, and nowhere else; or takes the lease away.
redis.defineCommand('redeem', {
  numberOfKeys: 1,
  lua: `
    if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
    if ARGV[2] == '' then return redis.call('del', KEYS[1]) end
    redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3])
    return 1`,
});

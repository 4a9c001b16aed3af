import { hostileRequests } from './hostile-requests';

/**
 * A process of its own, so that what it takes to send is not felt by who measures: sends hostile requests to the address given, over
 * several connections, each the next as soon as one is answered. Asked to end, it prints the statuses of the answers.
 */
const [address = '', authorization = '', senders = '4'] = process.argv.slice(2);
const bodies = hostileRequests.map(({ body }) => body());
const headers = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  authorization,
};
const statuses: Record<string, number> = {};

process.on('SIGTERM', () => {
  process.stdout.write(JSON.stringify(statuses), () => process.exit());
});

async function send(sender: number): Promise<void> {
  for (let turn = sender; ; turn += 1) {
    const status = await statusOf(bodies[turn % bodies.length] ?? '');
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

/** A body that is too large may be cut off before it is answered. */
async function statusOf(body: string): Promise<string> {
  try {
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return 'cut off';
  }
}

for (let sender = 0; sender < Number(senders); sender += 1) void send(sender);

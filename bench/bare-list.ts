import { createServer } from 'node:http';
import { Pool } from 'pg';

/** The list of the bench by hand: one statement with joins, one JSON.stringify, nothing else. */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const list = `
  select observation.value::text as numeric, indicator.code as indicator, unit.code as unit, parent.code as parent,
    observation.period_start::text as period, count(*) over () as total
  from (
    select * from observation order by indicator_id, unit_id, period_start limit 50
  ) as observation
  join indicator on indicator.id = observation.indicator_id
  join party_unit unit on unit.id = observation.unit_id
  join unit_placement placement on placement.unit_id = unit.id
    and placement.effective_on <= current_date and coalesce(placement.ended_on, 'infinity') > current_date
  left join party_unit parent on parent.id = placement.parent_id`;
const count = 'select count(*)::int as total from observation';

const server = createServer((_, response) => {
  void Promise.all([pool.query(list), pool.query(count)]).then(([{ rows }, total]) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { items: rows, total: total.rows[0].total } }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  process.stdout.write(`ready at http://127.0.0.1:${address.port}\n`);
});

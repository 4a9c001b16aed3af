import { createServer } from 'node:http';
import { Pool, types } from 'pg';

/**
 * What one would write for the two questions that load is put on, were there no GraphQL, no framework and no mapping: a server
 * of node:http that sends SQL written for the purpose and turns the rows into JSON.
 */

types.setTypeParser(types.builtins.DATE, (text) => text);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

interface ListBody {
  unit: string | null;
  today: string;
}

async function list({ unit, today }: ListBody): Promise<object> {
  const where = 'where $1::text is null or unit_id = (select id from party_unit where code = $1)';
  const [page, count] = await Promise.all([
    pool.query(
      `select observed.indicator_id, observed.unit_id, observed.period_start, observed.member_id,
         observed.value, indicator.code as indicator, indicator.period_type, unit.code as unit, placement.name,
         parent.code as parent, above.name as parent_name
       from (
         select * from observation ${unit === null ? 'where $1::text is null' : where}
         order by indicator_id, unit_id, period_start, member_id limit 50
       ) as observed
       join indicator on indicator.id = observed.indicator_id
       join party_unit unit on unit.id = observed.unit_id
       join unit_placement placement on placement.unit_id = unit.id
         and placement.effective_on <= $2 and (placement.ended_on is null or placement.ended_on > $2)
       left join party_unit parent on parent.id = placement.parent_id
       left join unit_placement above on above.unit_id = parent.id
         and above.effective_on <= $2 and (above.ended_on is null or above.ended_on > $2)
       order by observed.indicator_id, observed.unit_id, observed.period_start, observed.member_id`,
      [unit, today],
    ),
    unit === null
      ? pool.query('select count(*)::integer as total from observation')
      : pool.query(`select count(*)::integer as total from observation ${where}`, [unit]),
  ]);
  return {
    data: {
      observations: {
        items: page.rows.map((row) => ({
          id: [
            row.indicator_id,
            row.unit_id,
            row.period_start,
            ...(row.member_id ? [row.member_id] : []),
          ].join('_'),
          numeric: row.value,
          period: { code: periodCode(row.period_type, row.period_start) },
          indicator: { code: row.indicator },
          unit: {
            code: row.unit,
            name: row.name,
            parent: row.parent === null ? null : { code: row.parent, name: row.parent_name },
          },
        })),
        total: count.rows[0].total,
      },
    },
  };
}

function periodCode(type: string, start: string): string {
  const [year, month] = start.split('-');
  if (type === 'YEAR') return `${year}`;
  if (type === 'QUARTER') return `${year}-Q${(Number(month) + 2) / 3}`;
  return `${year}-${month}`;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    list(JSON.parse(Buffer.concat(chunks).toString()) as ListBody).then(
      (body) => {
        const text = JSON.stringify(body);
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        });
        response.end(text);
      },
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  process.stdout.write(`The bare server is ready at http://127.0.0.1:${address.port} \n`);
});
process.on('SIGTERM', () => process.exit(0));

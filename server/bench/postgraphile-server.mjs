// PostGraphile with its recommended preset and nothing more, from the folder it was installed in on demand.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, connectionString, size, tags] = process.argv.slice(2);
const installed = createRequire(`${folder}/package.json`);
/** @param {string} name */
const load = async (name) => import(pathToFileURL(installed.resolve(name)).href);

const { postgraphile } = await load('postgraphile');
const { PostGraphileAmberPreset } = await load('postgraphile/presets/amber');
const { makePgService } = await load('postgraphile/adaptors/pg');
const { makeJSONPgSmartTagsPlugin } = await load('postgraphile/utils');
const { grafserv } = await load('postgraphile/grafserv/node');

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [makeJSONPgSmartTagsPlugin(JSON.parse(tags ?? '{"version":1,"config":{}}'))],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: Number(size) } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false },
  grafast: { explain: false },
});
const http = createServer();
await pgl.createServ(grafserv).addTo(http);
http.listen(0, '127.0.0.1', () => process.send?.(http.address().port));

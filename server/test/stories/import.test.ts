import { badRows } from './import/bad-rows.ts';
import { builtOn } from './import/built-on.ts';
import { housesByAddress } from './import/houses-by-address.ts';
import { ImportScene } from './import/import-scene.ts';
import { meanwhile } from './import/meanwhile.ts';
import { registerFromCsv } from './import/register-from-csv.ts';
import { restart } from './import/restart.ts';
import { whoMayImport } from './import/who-may-import.ts';
import { standing } from './standing.ts';

const scene = standing(new ImportScene());

registerFromCsv(scene);
badRows(scene);
housesByAddress(scene);
builtOn(scene);
meanwhile(scene);
whoMayImport(scene);
// Last, because the world above knows only the first server.
restart(scene);

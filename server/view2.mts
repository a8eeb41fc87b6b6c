import { PDFiumLibrary } from '@hyzyla/pdfium';
import { readFileSync, writeFileSync } from 'node:fs';
const lib = await PDFiumLibrary.init(); const doc = await lib.loadDocument(readFileSync(process.argv[2]));
for (const n of process.argv.slice(3).map(Number)) { const page=doc.getPage(n); const im=await page.render({scale:1.5,render:'bitmap'}); writeFileSync(`/tmp/p${n}.raw`,im.data); console.log(im.width,im.height); }

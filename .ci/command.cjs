// `npm start` and its sisters come here first. Written so that an old Node can read it and say what is wrong.
// The scripts of package.json say `exec node … || node …`: without `exec`, npm's signals end the shell and leave its child behind;
// a shell that has no `exec` (cmd) goes on to the second.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Klankbord needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org/`)
  process.exit(1)
}
import(`./${process.argv[2]}.mjs`).catch((error) => {
  console.error(error.expected ? error.message : error)
  process.exit(1)
})

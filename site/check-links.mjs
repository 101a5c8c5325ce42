// Checks each link and anchor of the built pages in dist/ against the files there. Other sites are not asked.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, 'dist')

function* htmlFiles(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) {
      // The pages of the javadoc tool are large, and its own checks cover them.
      if (folder !== join(root, 'javadoc')) yield* htmlFiles(path)
    } else if (name.endsWith('.html')) {
      yield path
    }
  }
}

const ids = new Map()

function anchors(file) {
  if (!ids.has(file)) {
    ids.set(file, new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])))
  }
  return ids.get(file)
}

let links = 0
const broken = []
for (const file of htmlFiles(root)) {
  for (const [, href] of readFileSync(file, 'utf8').matchAll(/<a\b[^>]*\shref="([^"]+)"/g)) {
    if (/^[a-z]+:/.test(href)) continue
    links++
    const [path, anchor] = decodeURI(href).split('#')
    const target = path === '' ? file : path.startsWith('/') ? join(root, path) : resolve(dirname(file), path)
    const page = [target, `${target}.html`, join(target, 'index.html')].find((each) => existsSync(each) && statSync(each).isFile())
    if (!page) broken.push(`${file.slice(root.length)}: ${href} leads nowhere`)
    else if (anchor && page.endsWith('.html') && !anchors(page).has(anchor)) broken.push(`${file.slice(root.length)}: ${href} has no such heading`)
  }
}
broken.forEach((line) => console.error(line))
console.log(`${links} links checked, ${broken.length} broken`)
process.exit(broken.length === 0 ? 0 : 1)

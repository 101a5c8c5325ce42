import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { defineConfig } from 'vitepress'

// site/build copies docs/ here: pages outside of this folder would not find its packages.
const docs = resolve(import.meta.dirname, '../pages')
const repository = 'https://github.com/visibuild-java/visibuild-java/blob/main/'

/** The parts of the documentation, in the order in which a reader meets them. */
const parts = [
  ['tutorials', 'Tutorials'],
  ['how-to', 'How-to'],
  ['reference', 'Reference'],
  ['explanation', 'Explanation'],
]

function title(file) {
  return /^# (.+)$/m.exec(readFileSync(file, 'utf8'))[1].replaceAll('`', '')
}

function pages(folder) {
  return readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ text: title(join(docs, folder, name)), link: `/${folder}/${name.slice(0, -3)}` }))
    .sort((a, b) => a.text.localeCompare(b.text))
}

/** GitHub's ids of headings, so that one link works there and on the site. */
function slug(heading) {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
}

/** Links that leave docs/, such as to a source file, lead to the repository. */
function linkToRepository(markdown) {
  const original = markdown.renderer.rules.link_open
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const href = tokens[index].attrGet('href')
    if (href && !/^[a-z]+:|^[#/]/.test(href)) {
      const page = posix.join('docs', posix.dirname(env.relativePath))
      const target = posix.normalize(posix.join(page, href))
      if (!target.startsWith('docs/')) {
        tokens[index].attrSet('href', repository + target)
      }
    }
    return original ? original(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
  }
}

export default defineConfig({
  title: 'Visibuild for Java',
  description: 'Type-safe, least-privilege Java clients of the Visibuild API',
  lang: 'en',
  srcDir: 'pages',
  outDir: resolve(import.meta.dirname, '../dist'),
  cacheDir: resolve(import.meta.dirname, '../.cache'),
  base: process.env.SITE_BASE ?? '/',
  cleanUrls: false,
  lastUpdated: false,
  markdown: { config: linkToRepository, anchor: { slugify: slug } },
  vite: { publicDir: resolve(import.meta.dirname, '../public') },
  themeConfig: {
    nav: [
      ...parts.map(([folder, text]) => ({ text, link: pages(folder)[0].link, activeMatch: `/${folder}/` })),
      { text: 'Javadoc', link: '/javadoc/' },
    ],
    sidebar: parts.map(([folder, text]) => ({ text, collapsed: false, items: pages(folder) })),
    search: { provider: 'local' },
    outline: [2, 3],
    footer: { message: 'Independent of Visibuild. Apache License 2.0.' },
  },
})

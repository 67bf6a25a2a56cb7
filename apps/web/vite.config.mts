import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { phoneShell } from './phone-shell.mts';

const here = import.meta.dirname;
const light = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

/**
 * Two builds of one source tree. `staff`: desktop screens on React with a component library. `light`: the commune's phone app and the public
 * pages; they are written against React too, and Preact takes its place so that a weak phone on a slow line loads a tenth of it.
 */
export default defineConfig(({ mode }) => {
  const staff = mode === 'staff';
  return {
    root: here,
    base: staff ? '/assets/staff/' : '/assets/light/',
    publicDir: staff ? false : resolve(here, 'assets'),
    resolve: { alias: staff ? {} : light },
    plugins: staff ? [] : [phoneShell('/assets/light/')],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: resolve(here, '../../dist/web', staff ? 'staff' : 'light'),
      emptyOutDir: true,
      target: staff ? 'es2022' : 'es2020',
      assetsDir: '.',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
      rollupOptions: {
        input: staff
          ? { staff: resolve(here, 'staff.html') }
          : {
              commune: resolve(here, 'commune.html'),
              visitors: resolve(here, 'visitors.html'),
              sw: resolve(here, 'src/commune/device/service-worker.ts'),
            },
        output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : '[name]-[hash].js') },
      },
    },
  };
});

import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  server: {
    port: 5173,
    cors: {
      origin: ['https://partner.example.com', /^https:\/\/.*\.example\.com$/],
      methods: ['GET', 'HEAD', 'PUT'],
      allowedHeaders: ['*'],
      exposedHeaders: ['ETag'],
      maxAge: 600,
    },
    proxy: { '/s3': { target: 'http://localhost:9000', changeOrigin: true } },
  },
  define: { __MODE__: JSON.stringify(mode) },
}));

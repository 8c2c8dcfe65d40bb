import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { NestFactory } from '@nestjs/core';

const http = createServer();
const io = new Server(http, {
  cors: { origin: 'https://chat.example.com', methods: ['GET', 'POST'], allowedHeaders: ['x-room'], credentials: true },
  maxHttpBufferSize: 1e6,
});
io.on('connection', (socket) => socket.emit('rules', [{ id: 1, allowed: true }]));

const app = await NestFactory.create(AppModule);
app.enableCors({ origin: [/example\.com$/], methods: 'GET,HEAD,PUT', exposedHeaders: 'ETag', maxAge: 3600 });
await app.listen(3000);

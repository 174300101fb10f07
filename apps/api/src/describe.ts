// Prints the OpenAPI document without starting anything: no database, no log, no port.
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routesOf } from './app.js';
import { openApiDocument } from './openapi.js';

class Description {}

const module = { module: Description, controllers: routesOf({ development: true }) };
const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
  preview: true,
  logger: false,
});
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);

// Prints the OpenAPI document without starting anything: no database, no log, no port.
import { NestFactory } from '@nestjs/core';
import type { InjectionToken, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routesOf } from './app.js';
import { openApiDocument } from './openapi.js';

class Description {}

const controllers = routesOf({ development: true });
// In a preview nothing is made, yet what a route would be given must have a name.
const needs = new Set(controllers.flatMap(needsOf));
const providers = [...needs].map((provide) => ({ provide, useValue: {} }));
const app = await NestFactory.create<NestFastifyApplication>(
  { module: Description, controllers, providers },
  new FastifyAdapter(),
  { preview: true, abortOnError: false, logger: ['error'] },
);
process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);

function needsOf(route: Type): InjectionToken[] {
  const byType = (Reflect.getMetadata('design:paramtypes', route) ?? []) as InjectionToken[];
  const byName = (Reflect.getMetadata('self:paramtypes', route) ?? []) as { param: InjectionToken }[];
  return [...byType, ...byName.map(({ param }) => param)];
}

import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig } from 'fastify';

const { KEY } = RouteConfig({});

/** What hooks know of a route. Unlike `RouteConfig`, several of these add up. */
export const RouteOptions =
  (options: Omit<FastifyContextConfig, 'url' | 'method'>): MethodDecorator =>
  (target, property, descriptor: PropertyDescriptor) => {
    const others = Reflect.getMetadata(KEY, descriptor.value as object) as object | undefined;
    RouteConfig({ ...others, ...options })(target, property, descriptor);
  };

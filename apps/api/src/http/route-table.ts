import { type INestApplicationContext, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, type AccessRule } from './access';

export interface Route {
  readonly method: string;
  /** With parameters as `:caseId`. */
  readonly path: string;
  /** `Controller.method`. */
  readonly handler: string;
  readonly access: AccessRule | undefined;
  readonly controller: Type;
  readonly name: string;
}

/** The live routes, as Nest wires them: the start check, the access matrix and the documents read this and nothing else. */
export function routeTable(application: INestApplicationContext): Route[] {
  return routesOf(
    [...application.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map((one) => one.metatype as Type),
    ),
  );
}

export function routesOf(controllers: readonly Type[]): Route[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) => {
    const prefix = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const prototype = controller.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const access = Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined;
      return [
        {
          method,
          path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          handler: `${controller.name}.${name}`,
          access,
          controller,
          name,
        },
      ];
    });
  });
}

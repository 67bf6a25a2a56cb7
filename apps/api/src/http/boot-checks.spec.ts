import { Controller, Get, Post } from '@nestjs/common';
import { CONTROLLERS } from '../api.module';
import { Access } from './access';
import { routeFaults } from './boot-checks';
import { routesOf } from './route-table';

@Controller('api/v1/wrong')
class Wrong {
  @Get()
  undeclared(): void {}

  @Get('a')
  @Access({ roles: 'anyone', scope: 'none', fields: 'basic' })
  open(): void {}

  @Get('b')
  @Access({ roles: ['leader'], scope: 'jurisdiction', fields: 'sensitive', repeat: 'again' })
  byGet(): void {}

  @Post('c')
  @Access({ roles: ['leader'], scope: 'jurisdiction', fields: 'sensitive' })
  stored(): void {}

  @Post('d')
  @Access({ roles: [], scope: 'none', fields: 'public' })
  forNobody(): void {}
}

describe('routes', () => {
  it('all declare who may use them and what they show', () => {
    expect(routeFaults(routesOf(CONTROLLERS))).toEqual([]);
    expect(routesOf(CONTROLLERS).length).toBeGreaterThan(40);
  });

  it('have one handler per method and path', () => {
    const places = routesOf(CONTROLLERS).map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([]);
  });

  it('lie under the versioned prefix, health and documents apart', () => {
    const others = routesOf(CONTROLLERS)
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('/api/v1/'));
    expect(others.sort()).toEqual(['/api/docs', '/api/health/live', '/api/health/ready']);
  });

  it('are refused when they say nothing, too much or the impossible', () => {
    expect(routeFaults(routesOf([Wrong]))).toEqual([
      expect.stringContaining('Wrong.undeclared (GET /api/v1/wrong) has no @Access'),
      expect.stringContaining('Wrong.open shows basic fields to anyone'),
      expect.stringContaining('Wrong.byGet shows sensitive fields by GET'),
      expect.stringContaining('Wrong.stored would store a sensitive answer'),
      expect.stringContaining('Wrong.forNobody is for nobody'),
    ]);
  });
});

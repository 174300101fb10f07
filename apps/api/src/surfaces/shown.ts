// The programs of these surfaces read on without `?after=`. So a command answers when the read models show it, and what
// its caller reads next is as new as what they wrote.
import { Injectable } from '@nestjs/common';
import type { Receipt } from '#write-side';
import { Freshness } from '../http/freshness.js';
import { Problem } from '../http/problem.js';
import { refusalOf } from '../http/refusals.js';

const models = ['ticket-list', 'ticket-links', 'ticket-search', 'ticket-thread'];

@Injectable()
export class Shown {
  constructor(private readonly freshness: Freshness) {}

  /** null: stored, but not shown within two seconds, or no longer the caller's to see. Stored stays stored. */
  async after<T>({ position }: Receipt, read: () => Promise<T>): Promise<T | null> {
    try {
      await this.freshness.reach(models, String(position));
      return await read();
    } catch (error) {
      if (error instanceof Problem || refusalOf(error)) return null;
      throw error;
    }
  }
}

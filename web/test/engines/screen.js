/**
 * A screen that Xvfb makes up, with a home of its own for what is shown on it.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram } from './programs.js';

export const findScreen = () => findProgram(['Xvfb']);

const settings = {
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
};

/**
 * @param {{ width?: number, height?: number }} [size]
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close(): void }>} the environment of a WebKit that is to be seen there
 */
export async function openScreen({ width = 800, height = 600 } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const screen = spawn(/** @type {string} */ (findScreen()), ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await firstLine(/** @type {NodeJS.ReadableStream} */ (screen.stdio[3]));
  return {
    env: { ...process.env, ...settings, DISPLAY: `:${display}`, HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
    close() {
      screen.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @returns {Promise<string>}
 */
export function firstLine(stream) {
  return new Promise((resolve) => createInterface({ input: stream }).once('line', resolve).once('close', () => resolve('')));
}

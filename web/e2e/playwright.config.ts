import { defineConfig } from '@playwright/test'

const url = process.env.PROCESSFLOW_URL
if (!url) throw new Error('PROCESSFLOW_URL is not set; run the browser tests by ./processflow test')

export default defineConfig({
  testDir: '.',
  outputDir: '../target/e2e/results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PROCESSFLOW_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})

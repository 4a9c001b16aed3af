/** What the environment settles for a server under test: tests send far more in a minute than people do. */
export const testConfig = { timeZone: 'Asia/Ho_Chi_Minh', requestsPerMinute: 1_000_000 };

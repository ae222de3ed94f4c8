/** `--queue URL`: where the Redis server of a distributed sweep is. */
import { type Command, Option } from 'commander';

/** Read where `--queue` has no value: process lists and histories show a command line, and with it a password. */
const variable = 'TRILOGUE_QUEUE';

export function addQueueOption(command: Command, description: string): Command {
  const option = new Option('--queue <URL>', `${description}: redis://[USER:PASSWORD@]HOST[:PORT], rediss:// for TLS`);
  return command.addOption(option.env(variable));
}

package org.haas.cli.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command.
 *
 * @param words under which it is found, such as {@code node}, {@code power}, {@code on}
 * @param waits whether it may begin an operation, and so can wait for it
 */
public record Command(
    List<String> words,
    List<Argument> arguments,
    List<Choice> choices,
    String help,
    boolean waits,
    Action action) {

  /** Copies the lists. */
  public Command {
    words = List.copyOf(words);
    arguments = List.copyOf(arguments);
    choices = List.copyOf(choices);
  }

  /**
   * One request.
   *
   * @param usage words, then arguments: {@code node nic delete NODE NIC}; see {@link Argument}
   */
  public static Command asking(String usage, String help, Call call) {
    return new Command(words(usage), arguments(usage), List.of(), help, call.isLater(), call);
  }

  /** Something else. */
  public static Command doing(String usage, String help, Action action) {
    return new Command(words(usage), arguments(usage), List.of(), help, false, action);
  }

  private static List<String> words(String usage) {
    return Stream.of(usage.split(" ")).takeWhile(part -> !Argument.isOne(part)).toList();
  }

  private static List<Argument> arguments(String usage) {
    return Stream.of(usage.split(" "))
        .dropWhile(part -> !Argument.isOne(part))
        .map(Argument::parse)
        .toList();
  }

  /** With an option as well: {@code --force}, {@code --project PROJECT}, {@code --key FILE...}. */
  public Command option(String form, String sentence) {
    List<Choice> more =
        Stream.concat(choices.stream(), Stream.of(Choice.parse(form, sentence))).toList();
    return new Command(words, arguments, more, help, waits, action);
  }

  /** It may begin an operation. */
  public Command waiting() {
    return new Command(words, arguments, choices, help, true, action);
  }
}

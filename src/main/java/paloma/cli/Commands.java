package paloma.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** The commands by their names, in the order of the help. */
final class Commands {
  static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    for (var command :
        List.of(
            NodeCommand.class,
            ChatCommand.class,
            DemoCommand.class,
            StopCommand.class,
            LinkCommand.class,
            ShareCommand.class,
            PeersCommand.class,
            MeCommand.class,
            TrustCommand.class,
            SendCommand.class,
            EditCommand.class,
            RecallCommand.class,
            ReactCommand.class,
            ReadCommand.class,
            OpenCommand.class,
            OpeningsCommand.class,
            ReceiptsCommand.class,
            RemindCommand.class,
            AnnounceCommand.class,
            AnnouncementsCommand.class,
            ConfirmCommand.class,
            ConfirmationsCommand.class,
            NudgeCommand.class,
            ForwardCommand.class,
            DeleteCommand.class,
            PinCommand.class,
            MuteCommand.class,
            HistoryCommand.class,
            SearchCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            OfferCommand.class,
            GroupCommand.class,
            TransfersCommand.class,
            AcceptCommand.class,
            DeclineCommand.class,
            CancelCommand.class,
            WatchCommand.class,
            StatusCommand.class,
            MetricsCommand.class,
            SettingsCommand.class,
            PasswordCommand.class,
            DoctorCommand.class,
            UpdateCommand.class,
            ReleaseCommand.class,
            CompletionCommand.class)) {
      ALL.put(command.getAnnotation(Command.class).name(), command);
    }
  }

  private Commands() {}

  /** Those that some arguments can mean: picocli takes its time to read what each can do. */
  static Collection<Class<?>> of(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--profile")) {
        i++;
      } else if (!args[i].startsWith("-")) {
        var named = ALL.get(args[i]);
        return named == null ? ALL.values() : List.of(named);
      }
    }
    return List.of(args).stream().anyMatch(HelpWords::asked) ? ALL.values() : List.of();
  }
}

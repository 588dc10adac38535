package paloma.ui.conversation;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import paloma.model.PlainText;
import paloma.ui.parts.EmojiPictures;
import paloma.ui.parts.EmojiText;
import paloma.ui.parts.EmojiView;
import paloma.ui.parts.SafeText;

/** Words in a bubble. What people wrote only ever becomes text nodes, pictures and links. */
final class Bubble extends VBox {
  /** Code up to here stands on its own ground in the line; longer code could not be broken. */
  private static final int SHORT_CODE = 40;

  private final Consumer<URI> browse;

  private final String searched;

  Bubble(String text, boolean own, String searched, Consumer<URI> browse) {
    this.browse = browse;
    this.searched = searched;
    getStyleClass().addAll("bubble", own ? "own" : "other");
    for (var block : Markup.parse(SafeText.visible(text))) getChildren().add(block(block));
  }

  private Node block(Markup.Block block) {
    var flow = new TextFlow();
    flow.getStyleClass().add("words");
    if (block.kind() == Markup.Kind.ITEM) flow.getChildren().add(text("•  "));
    for (var span : block.spans()) add(flow, span, block.kind() == Markup.Kind.CODE);
    switch (block.kind()) {
      case TEXT -> {}
      case ITEM -> flow.getStyleClass().add("item");
      case QUOTE -> flow.getStyleClass().add("quote");
      case CODE -> flow.getStyleClass().add("code-block");
    }
    return flow;
  }

  private void add(TextFlow flow, Markup.Span span, boolean block) {
    switch (span.style()) {
      case PLAIN -> plain(flow, span.text(), null);
      case BOLD -> plain(flow, span.text(), "strong");
      case CODE -> {
        if (block || span.text().length() > SHORT_CODE) {
          plain(flow, span.text(), "code-text");
        } else {
          var code = new Label(span.text());
          code.getStyleClass().add("code");
          flow.getChildren().add(code);
        }
      }
      case LINK -> flow.getChildren().add(link(span));
    }
  }

  private void plain(TextFlow flow, String words, String style) {
    for (var run : EmojiText.split(words)) {
      var picture =
          run.emoji() ? EmojiPictures.of(run.text()).map(EmojiView::new).orElse(null) : null;
      if (picture != null) {
        flow.getChildren().add(picture);
        continue;
      }
      marked(flow, run.text(), style);
    }
  }

  /** What somebody searches for stands on a ground of its own. */
  private void marked(TextFlow flow, String words, String style) {
    int at = 0;
    for (var hit : PlainText.hits(words, searched)) {
      if (hit.from() > at)
        flow.getChildren().add(styled(text(words.substring(at, hit.from())), style));
      var label = new Label(words.substring(hit.from(), hit.to()));
      label.getStyleClass().add("hit");
      flow.getChildren().add(styled(label, style));
      at = hit.to();
    }
    if (at < words.length()) flow.getChildren().add(styled(text(words.substring(at)), style));
  }

  private static Node styled(Node node, String style) {
    if (style != null) node.getStyleClass().add(style);
    return node;
  }

  private static Text text(String words) {
    var text = new Text(words);
    text.getStyleClass().add("said");
    return text;
  }

  /** The address itself is the link's text, so it leads where it says; the tooltip is in ASCII. */
  private Text link(Markup.Span span) {
    var link = new Text(span.text());
    link.getStyleClass().add("link");
    link.setFocusTraversable(true);
    link.setAccessibleRole(AccessibleRole.HYPERLINK);
    link.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) browse.accept(span.link());
    });
    link.setOnKeyPressed(event -> {
      if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
      browse.accept(span.link());
      event.consume();
    });
    Tooltip.install(link, new Tooltip(span.link().toASCIIString()));
    return link;
  }
}

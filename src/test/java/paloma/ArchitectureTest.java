package paloma;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** What the rooms may know of the outside and how they behave; who knows whom is RoomsTest's. */
@AnalyzeClasses(packages = "paloma", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule nounsAndThreadsStandOnJavaAlone =
      classes()
          .that()
          .resideInAnyPackage("paloma.model..", "paloma.work..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "paloma.model..", "paloma.work..")
          .because("everything stands on them: a library here would be a library everywhere");

  @ArchTest
  static final ArchRule noPackagesKnowEachOtherInACircle =
      slices()
          .matching("paloma.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a circle can only be understood, tested and changed together");

  @ArchTest
  static final ArchRule javaFxStaysInTheWindow =
      onlyIn("the window is one of two front-ends", "javafx..", "paloma.ui..", "paloma.demo..");

  @ArchTest
  static final ArchRule themeStaysInTheWindow =
      onlyIn("only the window has a theme", "atlantafx..", "paloma.ui..", "paloma.demo..");

  @ArchTest
  static final ArchRule sqlStaysInTheStore =
      onlyIn("one writer owns the database", "java.sql..", "paloma.store..");

  @ArchTest
  static final ArchRule sqliteStaysInTheStore =
      onlyIn("one writer owns the database", "org.sqlite..", "paloma.store..");

  @ArchTest
  static final ArchRule kryoStaysInFrames =
      onlyIn(
          "Kryo trusts what it reads: only bounded frames may meet it",
          "com.esotericsoftware..",
          "paloma.frames..");

  @ArchTest
  static final ArchRule commandLineLibrariesStayInTheCommandLine =
      onlyIn("nobody else has a terminal", "picocli..", "paloma.cli..", "paloma.boot..");

  @ArchTest
  static final ArchRule terminalStaysInTheCommandLine =
      onlyIn("nobody else has a terminal", "org.jline..", "paloma.cli..");

  @ArchTest
  static final ArchRule jsonStaysAtTheEdges =
      onlyIn(
          "JSON is for people and scripts; between devices frames travel",
          "tools.jackson..",
          "paloma.cli..",
          "paloma.settings..");

  @ArchTest
  static final ArchRule signaturesStayInIdentity =
      onlyIn(
          "cryptography is the JDK's, but for signatures",
          "org.bouncycastle..",
          "paloma.identity..");

  @ArchTest
  static final ArchRule desktopBusStaysInPlatform =
      onlyIn("one operating system in three has it", "org.freedesktop..", "paloma.platform..");

  @ArchTest
  static void oneClassOfNetTouchesMulticastDns(JavaClasses classes) {
    var users =
        classes.stream()
            .filter(c ->
                c.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("javax.jmdns")))
            .map(ArchitectureTest::outermost)
            .distinct()
            .toList();
    assertThat(users)
        .as("jmdns is old and has threads of its own: one class fences it in")
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(name -> name.startsWith("paloma.net."));
  }

  @ArchTest
  static final ArchRule viewModelsNeedNoToolkit =
      noClasses()
          .that(haveOutermostNameEndingWith("ViewModel"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("javafx..")
                  .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
          .because("a view-model is tested without a toolkit")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule threadsStartInWork =
      noClasses()
          .that()
          .resideOutsideOfPackage("paloma.work..")
          .should()
          .callMethodWhere(startsAThread())
          .orShould()
          .callConstructorWhere(makesAThread())
          .because(
              "tasks are named, counted and interrupted together only if one room starts them");

  @ArchTest
  static final ArchRule standardOutputBelongsToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("paloma.cli..")
          .should()
          .accessField(System.class, "out")
          .because("with --json there is nothing but JSON on it");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service)")
          .because("such a name fits anything, so anything will be put there");

  private static ArchRule onlyIn(String because, String library, String... rooms) {
    return noClasses()
        .that()
        .resideInAPackage("paloma..")
        .and()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(because);
  }

  private static String outermost(JavaClass c) {
    return c.getEnclosingClass().map(ArchitectureTest::outermost).orElse(c.getName());
  }

  private static DescribedPredicate<JavaClass> haveOutermostNameEndingWith(String end) {
    return DescribedPredicate.describe(
        "are part of a *" + end,
        c -> c.getPackageName().startsWith("paloma") && outermost(c).endsWith(end));
  }

  private static DescribedPredicate<JavaCall<?>> startsAThread() {
    return DescribedPredicate.describe(
        "starts a thread",
        call -> {
          var owner = call.getTargetOwner();
          var name = call.getName();
          return (owner.isAssignableTo(Thread.class)
                  && (name.startsWith("of") || name.startsWith("start")))
              || owner.isEquivalentTo(Executors.class)
              || (owner.isEquivalentTo(CompletableFuture.class) && name.endsWith("Async"));
        });
  }

  private static DescribedPredicate<JavaCall<?>> makesAThread() {
    return DescribedPredicate.describe(
        "makes a thread",
        call -> {
          var owner = call.getTargetOwner();
          return owner.isAssignableTo(Thread.class)
              || owner.isAssignableTo(ThreadPoolExecutor.class)
              || owner.isAssignableTo(ForkJoinPool.class)
              || owner.isAssignableTo(java.util.Timer.class);
        });
  }
}

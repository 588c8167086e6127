package cn.gongkai.endtoend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may import whom, over the main classes of all modules. There are no exemptions.
class ArchitectureTest {

  private static JavaClasses all;

  @BeforeAll
  static void importClasses() {
    Path root = Path.of(System.getProperty("gongkai.root"));
    all =
        new ClassFileImporter()
            .importPaths(
                root.resolve("content/core/target/classes"),
                root.resolve("content/meaning/target/classes"),
                root.resolve("content/desk/target/classes"),
                root.resolve("sync-agent/target/classes"),
                root.resolve("kiosk-app/target/classes"));
  }

  @Test
  void agentKioskAndDeskMeetOnlyInTheCore() {
    apart("..sync..", "..kiosk..", "..desk..");
    apart("..kiosk..", "..sync..", "..desk..");
    apart("..desk..", "..sync..", "..kiosk..");
    apart("cn.gongkai.content..", "..sync..", "..kiosk..", "..desk..");
  }

  @Test
  void theModelKnowsNobody() {
    apart("..content.model..", "..content.release..", "..content.store..", "..content.search..");
  }

  @Test
  void releasesKnowOnlyTheModel() {
    apart("..content.release..", "..content.store..", "..content.search..", "..content.qr..");
  }

  @Test
  void searchDoesNotKnowTheStore() {
    apart("..content.search..", "..content.store..");
  }

  @Test
  void theCoreKnowsNeitherScreensNorContainers() {
    apart("cn.gongkai.content..", "javafx..", "io.quarkus..", "jakarta..");
  }

  @Test
  void networksRunWhereMeaningsAreMadeAndHandwritingIsRead() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..content.onnx..", "..content.meaning..", "..kiosk.input.ink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..")
        .because("everything else runs without it")
        .check(all);
    apart("..content.meaning..", "..content.store..", "..content.release..");
    apart("..content.onnx..", "..content.meaning..", "..content.search..");
  }

  @Test
  void sqlIsSpokenInTheStoreOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..content.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .because("the store is the only SQL and the only file layout")
        .check(all);
  }

  @Test
  void theAgentSpeaksHttpInOnePackage() {
    noClasses()
        .that()
        .resideInAPackage("..sync..")
        .and()
        .resideOutsideOfPackage("..sync.site..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "java.net.http..", "org.jboss.resteasy..")
        .because("sync.site is the only door to the network")
        .check(all);
  }

  @Test
  void theKioskOpensNoSocket() {
    noClasses()
        .that()
        .resideInAPackage("..kiosk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "jakarta.ws.rs..")
        .because("the kiosk reads a folder and nothing else")
        .check(all);
  }

  @Test
  void theKioskReachesTheStoreThroughItsCatalogue() {
    noClasses()
        .that()
        .resideInAPackage("..kiosk..")
        .and()
        .resideOutsideOfPackages("..kiosk.data..", "..kiosk.app..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("cn.gongkai.content.store.ContentReader")
        .because("screens ask data.Catalogue, off the screen's thread")
        .check(all);
  }

  @Test
  void screensMeetThroughRoutes() {
    slices()
        .matching("cn.gongkai.kiosk.screen.(*)..")
        .should()
        .notDependOnEachOther()
        .because("a screen leads to another through nav.Route")
        .check(all);
  }

  @Test
  void viewModelsKnowNoNodes() {
    classes()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("javafx.scene..", "javafx.stage..")
        .because("a view-model can be tested without a screen")
        .check(all);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("cn.gongkai.(**)").should().beFreeOfCycles().check(all);
  }

  private static void apart(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(all);
  }
}

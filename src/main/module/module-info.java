/// The one module of the runtime image: procc and its libraries, merged.
module procc {
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires jdk.httpserver;
  requires static java.desktop;
  requires static java.sql;

  uses org.slf4j.spi.SLF4JServiceProvider;

  provides org.slf4j.spi.SLF4JServiceProvider with
      org.slf4j.nop.NOPServiceProvider;

  exports dev.procc.cli;
}

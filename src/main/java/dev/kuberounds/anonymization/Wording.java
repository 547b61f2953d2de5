package dev.kuberounds.anonymization;

/** How the values of an incident are written: as they are, as aliases, or not at all. */
interface Wording {

  /** As they are. */
  Wording REAL =
      new Wording() {
        @Override
        public String name(String type, String name) {
          return name;
        }

        @Override
        public String text(String text) {
          return text;
        }

        @Override
        public String path(String path) {
          return path;
        }

        @Override
        public String number(String number) {
          return number;
        }
      };

  /** Not at all: what is left of an incident is our own. */
  Wording NONE =
      new Wording() {
        @Override
        public String name(String type, String name) {
          return type;
        }

        @Override
        public String text(String text) {
          return "";
        }

        @Override
        public String path(String path) {
          return path.replaceAll("\\[[^\\]]*]", "");
        }

        @Override
        public String number(String number) {
          return "";
        }
      };

  /** A name in its place. */
  String name(String type, String name);

  /** Free text of the cluster. */
  String text(String text);

  /** The path of a field. */
  String path(String path);

  /** A count, size or time. */
  String number(String number);
}

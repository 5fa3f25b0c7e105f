import "react";

declare module "react" {
  /** Lengths that are data reach the styles as variables: set from script, they pass the content security policy. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}

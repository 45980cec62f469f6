import { Body, Button, Column, Container, Head, Heading, Html, Link, Preview, Row, Section, Text } from "@react-email/components";
import { render } from "@react-email/render";
import { Fragment, type ReactNode } from "react";
import type { Block, Letter } from "./letter";
import { looks, sheet } from "./looks";
import { clean, oneLine, shortened } from "./words";

/**
 * The letter as HTML: one column, no picture, no script, nothing fetched from anywhere; light and dark.
 * Load this file when a mail leaves, not with the server: React Email is large.
 */
export async function drawHtml(letter: Letter): Promise<string> {
  const html = await render(<Drawn letter={letter} />);
  return html.replace(/<!--\/?\$?-->|<!-- -->/g, "");
}

function Drawn({ letter }: { letter: Letter }) {
  return (
    <Html lang={letter.language === "nl" ? "nl-BE" : "en"} dir="ltr">
      <Head>
        <title>{oneLine(letter.subject)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{sheet}</style>
      </Head>
      <Body className="paper" style={looks.paper}>
        <Preview>{shortened(oneLine(letter.preview), 140)}</Preview>
        <Container style={looks.column}>
          <Text className="ink" style={looks.sender}>
            <span className="ring heart" style={{ ...looks.ring, ...looks.heart }} />
            <span>{oneLine(letter.from)}</span>
          </Text>
          <Section className="card" style={looks.card}>
            <Row>
              <Column className="cell" style={looks.cell}>
                <Heading as="h1" className="ink title" style={looks.title}>
                  {oneLine(letter.title)}
                </Heading>
                {letter.blocks.map((block, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name and never move
                  <Drawing key={place} block={block} />
                ))}
              </Column>
            </Row>
          </Section>
          <Text className="soft" style={looks.foot}>
            {lines(letter.why)}
          </Text>
          {letter.fewer && (
            <Text className="soft" style={looks.foot}>
              <Link className="link" href={letter.fewer.href} style={looks.link}>
                {oneLine(letter.fewer.label)}
              </Link>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}

function Drawing({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return (
        <Text className="ink" style={looks.text}>
          {lines(block.text)}
        </Text>
      );
    case "quiet":
      return (
        <Text className="soft" style={looks.quiet}>
          {lines(block.text)}
        </Text>
      );
    case "fact":
      return (
        <>
          <Text className="soft" style={looks.label}>
            {oneLine(block.label)}
          </Text>
          <Text className="ink" style={looks.fact} dir="auto">
            {lines(block.text)}
          </Text>
        </>
      );
    case "list":
      return (
        <ul style={looks.list}>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none moves
            <li key={place} className="ink" style={looks.item} dir="auto">
              {lines(item)}
            </li>
          ))}
        </ul>
      );
    case "button":
      return (
        <Section style={looks.buttons}>
          <Button className="pill main" href={block.href} style={looks.main}>
            {oneLine(block.label)}
          </Button>
        </Section>
      );
    case "choices":
      return (
        <Section style={looks.choices}>
          {block.items.map(({ label, href }) => (
            <Button key={href} className="pill equal" href={href} style={looks.equal}>
              {oneLine(label)}
            </Button>
          ))}
        </Section>
      );
    case "code":
      return (
        <Text className="ink code" style={looks.code}>
          {clean(block.text)}
        </Text>
      );
  }
}

/** Line breaks that were typed stay line breaks. */
function lines(text: string): ReactNode[] {
  const typed = clean(text).trim().split("\n");
  return typed.map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never move
    <Fragment key={place}>
      {place > 0 && <br />}
      {line}
    </Fragment>
  ));
}

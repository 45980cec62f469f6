import { Button } from "./button";
import { Face } from "./face";
import { samplePeople } from "./gallery-cast";
import { GalleryCircle } from "./gallery-circle";
import { Section } from "./headings";
import { Icon } from "./icon";
import { Rows } from "./rows";
import { Tag } from "./tag";

const [, fatima, , tom] = samplePeople;

/** What pages build from classes: the plan, support, the story, the mailbox, the pictures. */
export function GalleryPictures() {
  return (
    <>
      <Section title="Het plan">
        <article className="dream">
          <div className="dream-head">
            <p className="eyebrow">Droom sinds maart 2024</p>
            <h3>
              <a href="#droom">Ik wil alleen wonen</a>
            </h3>
            <div className="far">
              <span className="far-dots" aria-hidden="true">
                <i className="full" />
                <i className="full" />
                <i />
              </span>
              <span className="soft">2 van de 3 doelen zijn gelukt</span>
            </div>
          </div>
          <ul className="goals">
            <li className="goal reached">
              <div className="goal-head">
                <h4>Alleen met de bus</h4>
                <Tag kind="joy" icon="joy">
                  gelukt
                </Tag>
              </div>
            </li>
            <li className="goal">
              <div className="goal-head">
                <h4>Koken voor mezelf</h4>
              </div>
              <ul className="actions">
                <li>
                  {fatima && <Face {...fatima} />}
                  <div>
                    <p className="row-title">Elke zaterdag samen koken</p>
                    <p className="soft">Fatima, al 5 keer gedaan</p>
                  </div>
                </li>
              </ul>
              <p>
                <Button kind="quiet" icon="plus">
                  Wat gaan we doen?
                </Button>
              </p>
            </li>
          </ul>
        </article>
      </Section>
      <Section title="Wie steunt wat">
        <div className="domains">
          <section className="domain">
            <div className="domain-head">
              <Icon name="home" />
              <h3>Wonen</h3>
            </div>
            <div className="stack">
              {tom && <Rows rows={[{ face: tom, title: "Tom", sub: "boodschappen, sinds mei 2023", href: "#tom" }]} />}
              <div className="gap">
                <p>Niemand poetst de ramen.</p>
                <a className="link" href="#vraag">
                  Wie kan dit?
                </a>
              </div>
            </div>
          </section>
        </div>
      </Section>
      <Section title="Het verhaal">
        <ol className="timeline">
          <li className="year">
            <h3>2026</h3>
            <ol className="moments">
              <li className="moment">
                <time dateTime="2026-11-03">3 november</time>
                <p>Samenkomst bij Rita thuis. 7 mensen waren er.</p>
              </li>
              <li className="moment joy">
                <time dateTime="2026-10-12">12 oktober</time>
                <p>
                  <strong>Gelukt:</strong> alleen met de bus naar Tine.
                </p>
                <blockquote className="quote">“Ik was niet bang.”</blockquote>
              </li>
            </ol>
          </li>
        </ol>
        <nav className="year-links" aria-label="Andere jaren">
          <a href="#2026" aria-current="true">
            2026
          </a>
          <a href="#2025">2025</a>
        </nav>
        <ul className="mailbox">
          <li>
            <a href="#mail">dinsdag 1 december: samenkomst bij Jan</a>
            <p className="soft">Aan Fatima, 23 november om 9.12 uur</p>
          </li>
        </ul>
      </Section>
      <GalleryCircle />
    </>
  );
}

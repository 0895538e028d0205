import { renderSite } from './frame.tsx'

/** Where visitors of the sample company go when they want something. */
export const renderSiteContact = (siteKey: string) =>
  renderSite({ title: 'Contact · Noorderwiel', path: '/demo/contact', siteKey, children: <Contact /> })

const Contact = () => (
  <>
    <section class="plain">
      <h1>Spreek ons gerust aan</h1>
      <p class="lead">Aan de balie, aan de telefoon of hier. Er zit altijd een mens achter, met een naam.</p>
    </section>
    <section>
      <ul class="places">
        <li>
          <h2>Heb je een vraag?</h2>
          <p>Over je abonnement, een factuur of een reparatie. Binnen één werkdag heb je antwoord.</p>
          <p>
            <button class="button" type="button" data-klankbord-open="question">
              Stel je vraag
            </button>
          </p>
        </li>
        <li>
          <h2>Ging er iets mis?</h2>
          <p>Dan willen we het weten. Je ziet welk team het oppakt en hoort wat we eraan doen.</p>
          <p>
            <button class="button" type="button" data-klankbord-open="complaint">
              Vertel wat er misging
            </button>
          </p>
        </li>
        <li>
          <h2>Liever bellen?</h2>
          <p class="phone">050 555 01 40</p>
          <p>Maandag tot en met vrijdag van 8 tot 17 uur. Is het druk, laat dan een bericht achter: we bellen binnen twee uur terug.</p>
        </li>
      </ul>
    </section>
    <section class="plain">
      <h2>Fiets gestolen?</h2>
      <ol class="steps">
        <li>Doe aangifte, online of samen met ons aan de telefoon.</li>
        <li>Geef ons het nummer van de aangifte. Eén sleutel is genoeg.</li>
        <li>De volgende werkdag staat er een andere fiets voor je klaar.</li>
      </ol>
    </section>
  </>
)

import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'

const Sending = createContext(false)

/** True for a field in a form that is under way. */
export const useSending = () => useContext(Sending)

/** A form whose texts stand still while it is sent: what one typed meanwhile would not go along, and be gone with the form. */
export const SendingForm = ({ isSending, ...form }: JSX.IntrinsicElements['form'] & { isSending: boolean }) => (
  <Sending.Provider value={isSending}>
    <form {...form} />
  </Sending.Provider>
)

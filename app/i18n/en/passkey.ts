export const passkey = {
  title: "Sign in without email",
  lead: "This device can sign you in. It then asks for your face, your finger or the code of your screen.",
  stays: "Your face and your finger stay on your device. Kring does not get them. Your device may call this a passkey.",
  link: "Sign in without email",
  make: "Use this device",
  mine: "How you can sign in without email",
  since: "since {{day}}",
  remove: "Take away",

  signInLink: "Sign in with this device, without email",
  signInTitle: "Sign in with this device",
  signInLead: "Your device asks for your face, your finger or the code of your screen.",
  byMail: "Sign in with a code in your email",

  notHere: "This device can't do that. Ask for a code with your email address.",
  failed: "That did not work. Try once more. Or sign in with your email address.",
  already: "This device can sign you in already.",
  noAnswer: "Your device said nothing. Try once more.",
  tooLate: "That took too long. Try once more.",
  notFitting: "That does not fit here. Sign in with your email address.",
  tooMany: "You have {{count}} devices to sign in with already. Take one away first.",

  mailSubject: "You can sign in without email now",
  mailText: "Since {{when}} you can sign in with this device: {{device}}.",
  mailNotYou: "Was that not you? Take that device away. Change the password of your email as well.",
};

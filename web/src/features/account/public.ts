export const SignInPage = (_: { next: string | undefined }) => null
export const SignUpPage = (_: { next: string | undefined }) => null
export const ForgotPasswordPage = () => null
export const ResetPasswordPage = (_: { token: string | undefined }) => null
export const VerifyEmailPage = (_: { token: string | undefined }) => null
